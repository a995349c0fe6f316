import type { SegmentationDocument } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { segmentationJson } from '../exports/segmentation-json.ts';
import { runRecipe } from '../run/run-recipe.ts';
import { customerTable, testRecipe } from '../run/testing/tables.ts';
import { createPredictor } from './create-predictor.ts';
import { readModel } from './read-model.ts';

const table = customerTable({
  age: [20, 22, 24, 60, 62, 64],
  club: ['no', 'no', 'no', 'yes', 'yes', 'yes'],
});
const document = async (): Promise<SegmentationDocument> =>
  (await runRecipe({ table, recipe: testRecipe({ k: 2 }) })).document;

describe('createPredictor', () => {
  it('gives segment, confidence and runner-up', async () => {
    const prediction = createPredictor(await document())({ age: 61, club: 'yes' });
    expect(prediction).toMatchObject({ segment: 0, runnerUp: { segment: 1 }, notes: [] });
    expect(prediction.name).not.toBe(prediction.runnerUp?.name);
    expect(prediction.confidence).toBeGreaterThan(0.99);
    expect(prediction.scores[0]?.distance).toBeLessThan(prediction.scores[1]?.distance ?? 0);
  });

  it('fills in, notes, and refuses unknown names', async () => {
    const predict = createPredictor(await document());
    expect(predict({ age: 90 }).notes).toEqual([
      'age: 90 lies outside what the model saw (20 to 64).',
      'No value for club: no is filled in.',
    ]);
    expect(predict({ age: 30, club: 'maybe' }).notes).toEqual([
      'club: the model has not seen maybe; it knows no, yes.',
    ]);
    expect(() => predict({ height: 1 })).toThrow('The model has no feature height; its features are age, club.');
  });

  it('knows a model of one segment', async () => {
    const one = await document();
    const single = { ...one, segments: one.segments.slice(0, 1), model: { ...one.model, k: 1, centers: [[0, 0]] } };
    expect(createPredictor(single as SegmentationDocument)({ age: 30 })).toMatchObject({
      confidence: 1,
      runnerUp: null,
    });
  });
});

describe('readModel', () => {
  const broken = async (change: (value: SegmentationDocument) => unknown) => () =>
    readModel(JSON.stringify(change(structured)), 'my.json');
  let structured: SegmentationDocument;

  it('reads what was written, also with a mark before it', async () => {
    structured = await document();
    expect(readModel(`\uFEFF${segmentationJson(structured)}`, 'my.json')).toEqual(structured);
  });

  it('says what is wrong', async () => {
    structured = await document();
    expect(() => readModel('', 'my.json')).toThrow('my.json is empty; give the segmentation.json');
    expect(() => readModel('{', 'my.json')).toThrow('my.json is not JSON;');
    expect(() => readModel('[]', 'my.json')).toThrow('is JSON but no segmentation of Clientele');
    expect(await broken((value) => ({ ...value, version: 2 }))).toThrow('has format version 2');
    expect(await broken((value) => ({ ...value, customers: 'many' }))).toThrow('is damaged at customers');
    expect(await broken((value) => ({ ...value, segments: value.segments.slice(1) }))).toThrow('there are 1 segments');
    expect(await broken((value) => ({ ...value, segments: [...value.segments].reverse() }))).toThrow(
      'do not run 0 to 1',
    );
    expect(await broken((value) => ({ ...value, method: 'rfm' }))).toThrow('its method is rfm');
    expect(await broken((value) => ({ ...value, model: { ...value.model, centers: [[1], [2]] } }))).toThrow(
      'one of its centres has 1 values, and 2 are needed',
    );
    expect(
      await broken((value) => ({
        ...value,
        preparation: {
          ...value.preparation,
          columns: value.preparation.columns.map((column) => ({ ...column, divisor: 0 })),
        },
      })),
    ).toThrow('a feature has divisor 0');
  });
});
