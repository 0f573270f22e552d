/** How long the browser may take to start reading a blob after the click, in milliseconds. */
const GRACE = 60_000;

/** Hands a file to the reader's browser to be saved. The blob is let go of a minute later, when the browser has long begun to read it. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.rel = 'noopener';
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), GRACE);
}
