/** A colour without its opacity. */
export interface Color {
  /** `#rrggbb` in sRGB. */
  readonly hex: string;
  /** 0 to 1. */
  readonly opacity: number;
}

const known = new Map<string, Color>();
let pixel: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour, as a computed style names it, in sRGB; `none` and what cannot be read is fully transparent. */
export function readColor(css: string): Color {
  const found = known.get(css) ?? fromRgb(css) ?? painted(css);
  known.set(css, found);
  return found;
}

/** Red, green and blue of `#rrggbb`, each from 0 to 1. */
export function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 0xff) / 255, (value & 0xff) / 255];
}

function fromRgb(css: string): Color | undefined {
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  return match === null
    ? undefined
    : { hex: hexOf([Number(match[1]), Number(match[2]), Number(match[3])]), opacity: Number(match[4] ?? 1) };
}

/** What the browser paints: it alone knows system colours and colour spaces. */
function painted(css: string): Color {
  pixel ??= canvasContext();
  if (pixel === null || css === 'none' || !CSS.supports('color', css)) return { hex: '#000000', opacity: 0 };
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return { hex: hexOf([red, green, blue]), opacity: Math.round((alpha / 255) * 1000) / 1000 };
}

function canvasContext(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  return canvas.getContext('2d', { willReadFrequently: true });
}

function hexOf(bytes: readonly number[]): string {
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
