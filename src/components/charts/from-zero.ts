/** Places of values on a line: 0 stands at `start`, `most` (above 0) at `end`, in pixels; greater values go on past it. */
export function fromZero(most: number, start: number, end: number): (value: number) => number {
  return (value) => start * (1 - value / most) + end * (value / most);
}
