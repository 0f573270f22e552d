/** What a test does with a widget: by tag, role and text; shadow roots are open. */

/** Takes every widget off the page. */
export async function clear(page) {
  await page.evaluate(() => document.body.replaceChildren());
}

/** Appends a widget to the page. */
export async function add(page, tag, attributes) {
  await page.evaluate(
    ([name, those]) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(those)) element.setAttribute(key, value);
      document.body.append(element);
    },
    [tag, attributes],
  );
}

/** Text inside a widget. */
export const text = (page, tag, words) => page.locator(tag).getByText(words).first();

/** An attribute of a widget. */
export const attribute = (page, tag, name) => page.locator(tag).first().getAttribute(name);

/** The bar of a chart, by its category. */
export const bar = (page, tag, category) => page.locator(tag).getByRole('option', { name: new RegExp(`^${category}`) });

/** The footer of a table: "1–50 of 257". */
export const footer = (page, tag) => page.locator(tag).locator('[part~="pager"]');

/** The texts of some columns of all pages of a table. */
export async function allRows(page, tag, columns) {
  const table = page.locator(tag);
  const rows = [];
  for (;;) {
    rows.push(
      ...(await table.evaluate((element, names) => {
        const body = [...element.shadowRoot.querySelectorAll('tbody tr')];
        return body.map((row) => names.map((name) => row.querySelector(`[data-column="${name}"]`)?.textContent.trim() ?? null));
      }, columns)),
    );
    const next = table.getByRole('button', { name: /next/i });
    if (await next.isDisabled()) return rows;
    const before = await footer(page, tag).textContent();
    await next.click();
    await page.waitForFunction(
      ([name, old]) => document.querySelector(name).shadowRoot.querySelector('[part~="pager"]').textContent !== old,
      [tag, before],
    );
  }
}
