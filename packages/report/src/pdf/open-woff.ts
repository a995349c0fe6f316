import { inflateSync } from 'node:zlib';

const headSize = 44;
const entrySize = 20;

/** The font inside a WOFF file (W3C WOFF 1.0). pdfkit could open the file itself, but unpacks it in JavaScript, eight times as slow. */
export function openWoff(file: Buffer): Buffer {
  const count = file.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * 16);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(file.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const tables: Buffer[] = [];
  let at = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = headSize + index * entrySize;
    const [offset, packedSize, size] = [4, 8, 12].map((field) => file.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const packed = file.subarray(offset, offset + packedSize);
    const table = packedSize < size ? inflateSync(packed) : packed;
    const to = 12 + index * 16;
    file.copy(directory, to, entry, entry + 4);
    directory.writeUInt32BE(file.readUInt32BE(entry + 16), to + 4);
    directory.writeUInt32BE(at, to + 8);
    directory.writeUInt32BE(size, to + 12);
    tables.push(table, Buffer.alloc(-size & 3));
    at += size + (-size & 3);
  }
  return Buffer.concat([directory, ...tables]);
}
