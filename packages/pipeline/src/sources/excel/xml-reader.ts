/** What a reader of XML is told. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** Reads XML from chunks of text and tells a handler, piece by piece; as much of XML as workbooks are written in. */
export class XmlReader {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      if (start > at) this.#handler.text(decodeEntities(text.slice(at, start)));
      const end = this.#markup(text, start);
      if (end < 0) {
        at = start;
        break;
      }
      at = end;
    }
    this.#rest = text.slice(at);
  }

  /** Handles what begins with a `<`; answers the place after it, -1 where it is not whole yet. */
  #markup(text: string, start: number): number {
    const second = text.charCodeAt(start + 1);
    if (second === 33 || second === 63) return this.#aside(text, start);
    const end = text.indexOf('>', start);
    if (end < 0) return -1;
    if (second === 47) {
      this.#handler.close(localName(text.slice(start + 2, end).trimEnd()));
      return end + 1;
    }
    const isEmpty = text.charCodeAt(end - 1) === 47;
    const content = text.slice(start + 1, isEmpty ? end - 1 : end);
    const space = content.search(/\s/);
    const name = localName(space < 0 ? content : content.slice(0, space));
    this.#handler.open(name, space < 0 ? '' : content.slice(space));
    if (isEmpty) this.#handler.close(name);
    return end + 1;
  }

  #aside(text: string, start: number): number {
    const isCdata = text.startsWith('<![CDATA[', start);
    const close = isCdata ? ']]>' : text.startsWith('<!--', start) ? '-->' : '>';
    const end = text.indexOf(close, start);
    if (end < 0 || text.length < start + 9) return -1;
    if (isCdata) this.#handler.text(text.slice(start + 9, end));
    return end + close.length;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute, by its local name. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (before !== 58 && before > 32) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (value) return decodeEntities(value[1] ?? value[2] ?? '');
  }
  return null;
}
