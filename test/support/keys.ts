import { executeServerCommand } from '@web/test-runner-commands';

/** Presses a key while another is held. */
export async function pressWith(held: string, key: string): Promise<void> {
  await executeServerCommand('press-with', { held, key });
}
