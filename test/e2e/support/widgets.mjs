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

/** The texts of some columns of all rows of a table, which is scrolled from the first row to the last. */
export async function allRows(page, tag, columns) {
  return page.locator(tag).evaluate(async (element, names) => {
    const root = element.shadowRoot;
    const frame = root.querySelector('.frame');
    const total = Number(root.querySelector('.grid').getAttribute('aria-rowcount')) - 1;
    const found = new Map();
    while (found.size < total) {
      for (const row of root.querySelectorAll('tr[part="row"]')) {
        const texts = names.map((name) => row.querySelector(`[data-column="${name}"]`)?.textContent.trim() ?? null);
        found.set(Number(row.getAttribute('aria-rowindex')), texts);
      }
      const missing = Array.from({ length: total }, (_, at) => at + 2).find((index) => !found.has(index));
      if (missing !== undefined) frame.scrollTo({ top: (frame.scrollHeight * (missing - 2)) / total });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return [...found].sort(([a], [b]) => a - b).map(([, texts]) => texts);
  }, columns);
}
