import { sendKeys } from '@web/test-runner-commands';

/** Presses a key while another is held. */
export async function pressWith(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}
