/** A drawing surface, as the WebGL library hands it to its functions. */
export interface Surface {
  getWidth(): number;
  getHeight(): number;
  getDevicePixelRatio(): number;
}

type Parameters = Record<string, unknown>;

/** A step of the library's effects: sizes of its textures, and values that it sets on itself before each drawing. */
export interface EffectNode {
  parameters?: Parameters;
  outputs?: Record<string, { parameters?: Parameters }>;
}

const form = /^expr\(\s*(\[)?([^[\]()]+)\]?\s*\)$/;

function product(text: string, surface: Surface): number {
  const known: Record<string, number> = {
    width: surface.getWidth(),
    height: surface.getHeight(),
    dpr: surface.getDevicePixelRatio(),
  };
  const [first = '', ...rest] = text.split(/([*/])/).map((part) => part.trim());
  const read = (part: string) => known[part] ?? Number(part);
  let value = read(first);
  for (let i = 0; i < rest.length; i += 2) {
    const factor = read(rest[i + 1] ?? '');
    value = rest[i] === '*' ? value * factor : value / factor;
  }
  return value;
}

/** Reads "expr(width * dpr / 2)" or "expr([width, height / 2])": products of sizes, computed without compiling anything. */
export function readSize(text: unknown): ((surface: Surface) => number | number[]) | null {
  const found = typeof text === 'string' ? form.exec(text.trim()) : null;
  if (found === null) return null;
  const [, isList, body = ''] = found;
  if (isList === undefined) return (surface) => product(body, surface);
  return (surface) => body.split(',').map((part) => product(part, surface));
}

/**
 * Turns the sizes that effects hold as text into functions, in place. The library would compile the text with `new Function`,
 * which the server's content security policy refuses: nothing could be drawn in 3-D.
 */
export function compileSizesInPlace(nodes: readonly EffectNode[]): void {
  for (const { parameters, outputs = {} } of nodes) {
    for (const output of Object.values(outputs)) {
      for (const side of ['width', 'height']) {
        const size = readSize(output.parameters?.[side]);
        if (size !== null && output.parameters !== undefined) output.parameters[side] = size;
      }
    }
    for (const [name, text] of Object.entries(parameters ?? {})) {
      const size = readSize(text);
      if (size === null || parameters === undefined) continue;
      parameters[name] = function set(this: { setParameter(name: string, value: unknown): void }, surface: Surface) {
        this.setParameter(name, size(surface));
      };
    }
  }
}
