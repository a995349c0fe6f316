import { expect } from 'vitest';
import { numberByMeans } from '../src/clusters/number-by-means.ts';
import type { AnyFit, Sample } from './every-method.ts';

/** Labels 0..clusters-1 without a gap, -1 for noise, sizes and noise as the labels have them, clusters in the order of their means. */
export function expectLawful({ labels, clusters, sizes, noise = 0 }: AnyFit, { points, rows, columns }: Sample): void {
  expect(labels).toBeInstanceOf(Int32Array);
  expect(labels).toHaveLength(rows);
  expect(sizes).toBeInstanceOf(Int32Array);
  expect(sizes).toHaveLength(clusters);
  const counted = new Map<number, number>();
  for (const label of labels) counted.set(label, (counted.get(label) ?? 0) + 1);
  expect(counted.get(-1) ?? 0).toBe(noise);
  counted.delete(-1);
  expect([...counted.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: clusters }, (_, c) => c));
  expect(Array.from(sizes)).toEqual(Array.from({ length: clusters }, (_, c) => counted.get(c)));
  expect(Array.from(numberByMeans(points, { rows, columns, labels }).numberOf)).toEqual(
    Array.from({ length: clusters }, (_, c) => c),
  );
}

/** Refuses any array in shared memory, or in memory that is the caller's. */
export function expectOwnMemory(value: unknown, callers: ArrayBufferLike[], path = 'fit'): void {
  if (ArrayBuffer.isView(value)) {
    expect(value.buffer, path).toBeInstanceOf(ArrayBuffer);
    expect(callers.includes(value.buffer), `${path} is the caller's memory`).toBe(false);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) expectOwnMemory(part, callers, `${path}.${key}`);
  }
}
