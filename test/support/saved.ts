/** A file that the browser was given to save. */
export interface SavedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What the browser is given to save while the work goes on, which may ask how many files there are so far. */
export async function saved(work: (count: () => number) => Promise<unknown>): Promise<readonly SavedFile[]> {
  const files: Promise<SavedFile>[] = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
    const { download: name, href } = this;
    files.push(fetch(href).then(async (answer) => ({ name, blob: await answer.blob() })));
  };
  try {
    await work(() => files.length);
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  return Promise.all(files);
}
