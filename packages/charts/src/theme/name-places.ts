/** A name to be written on a plot: the middle it wants, in pixels from the plot's left and top, and how much it stands for. */
export interface WantedName {
  text: string;
  x: number;
  y: number;
  weight: number;
}

/** What a name must not cover, in pixels from the plot's left and top. */
export interface TakenBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const characterWidth = 6.9;
const lineHeight = 16;
const gap = 3;
/** How far a name may move up or down to get clear of another. */
const shifts = [0, -1, 1, -2, 2].map((step) => step * (lineHeight + gap));

const clamp = (value: number, low: number, high: number) => Math.max(Math.min(value, Math.max(low, high)), low);

/**
 * Where names stand so that none covers another or an obstacle and none leaves the plot: heavier ones first, each at its own middle or a line or two beside it.
 * Gives the shift of each in pixels, or null where there is no room; widths are estimated from the number of characters.
 */
export function namePlaces(
  names: readonly WantedName[],
  plot: { width: number; height: number },
  obstacles: readonly TakenBox[] = [],
): ([dx: number, dy: number] | null)[] {
  const taken = [...obstacles];
  const places: ([number, number] | null)[] = names.map(() => null);
  const order = names.map((_, index) => index).sort((a, b) => (names[b]?.weight ?? 0) - (names[a]?.weight ?? 0));
  for (const index of order) {
    const name = names[index];
    if (name === undefined) continue;
    const half = (name.text.length * characterWidth) / 2 + gap;
    const x = clamp(name.x, half, plot.width - half);
    for (const shift of shifts) {
      const y = name.y + shift;
      const box = { left: x - half, right: x + half, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
      if (shift !== 0 && (box.top < 0 || box.bottom > plot.height)) continue;
      const isClear = taken.every(
        (other) =>
          box.right <= other.left ||
          box.left >= other.right ||
          box.bottom + gap <= other.top ||
          box.top >= other.bottom + gap,
      );
      if (!isClear) continue;
      taken.push(box);
      places[index] = [x - name.x, shift];
      break;
    }
  }
  return places;
}
