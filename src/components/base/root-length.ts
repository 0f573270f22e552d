/** A measured length in px as one for CSSOM that grows and shrinks with the font size of the page. */
export function rootLength(px: number): string {
  return `${px / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)}rem`;
}
