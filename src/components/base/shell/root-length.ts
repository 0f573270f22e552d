const DESIGNED = 16;

/** Font size of the page as a multiple of the designed one: 2 where the reader doubled it. */
export function rootScale(): number {
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || DESIGNED) / DESIGNED;
}

/** A measured length in px as one for CSSOM that grows and shrinks with the font size of the page. */
export function rootLength(px: number): string {
  return `${px / (DESIGNED * rootScale())}rem`;
}
