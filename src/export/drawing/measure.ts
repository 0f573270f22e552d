import type { Measure } from './wrap.js';

/** A font as canvas and CSS take it. */
export interface Font {
  readonly size: number;
  readonly weight: number;
  readonly family: string;
}

let context: CanvasRenderingContext2D | null | undefined;

/** Widths of texts of a font, as this page draws it. */
export function measureOf(font: Font): Measure {
  return (text) => {
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) return text.length * font.size * 0.6;
    context.font = cssFont(font);
    return context.measureText(text).width;
  };
}

/** A font as one CSS value. */
export function cssFont({ size, weight, family }: Font): string {
  return `${weight} ${size}px ${family === '' ? 'sans-serif' : family}`;
}
