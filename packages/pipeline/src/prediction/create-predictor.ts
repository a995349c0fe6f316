import type { FeatureValues, Prediction, SegmentationDocument } from '@clientele/contracts';
import { segmentationMethods } from '../clustering/methods.ts';
import { applyPreparation, type KnownCategories } from '../preparation/apply-preparation.ts';
import { type PlaneAxes, placeOf } from './place-of.ts';

/** What a customer in no segment is said to be in. */
const noSegment = 'No segment';

/** Gives the segment of a customer from raw feature values. */
export type Predictor = (values: FeatureValues) => Prediction;

/**
 * Makes a scorer from a frozen segmentation. It prepares values as the base was prepared and gives segment, confidence and
 * runner-up; values that were filled in or lie outside the base are noted. With the plane of the segmentation's customers it
 * gives the place on it too.
 *
 * The scorer throws `feature-unknown` for a name that is no feature of the model and `values-unreadable` for a value of
 * the wrong kind; making it throws `model-invalid` where model and method do not fit.
 */
export function createPredictor(document: SegmentationDocument, plane?: PlaneAxes): Predictor {
  const score = segmentationMethods[document.method].scorer(document);
  const known = knownCategories(document);
  const nameOf = (segment: number) => (segment < 0 ? noSegment : (document.segments[segment]?.name ?? ''));
  return (values) => {
    const { row, raw, notes } = applyPreparation(document.preparation, values, known);
    const result = score({ row, raw });
    const inAny = result.confidences.reduce((sum, share) => sum + share, 0);
    const confidence = (segment: number) => (segment < 0 ? 1 - inAny : (result.confidences[segment] ?? 0));
    let second = -1;
    for (const segment of result.confidences.keys()) {
      if (segment === result.segment) continue;
      if (second < 0 || isCloser(result, segment, second)) second = segment;
    }
    return {
      segment: result.segment,
      name: nameOf(result.segment),
      confidence: confidence(result.segment),
      runnerUp: second < 0 ? null : { segment: second, name: nameOf(second), confidence: confidence(second) },
      scores: result.confidences.map((share, segment) => ({
        segment,
        name: nameOf(segment),
        distance: result.distances[segment] ?? null,
        confidence: share,
      })),
      notes: [...notes, ...result.notes],
      place: plane === undefined ? null : placeOf(row, plane),
    };
  };
}

/** By confidence, and where that is nothing for both, by distance. */
function isCloser(result: { confidences: number[]; distances: (number | null)[] }, a: number, b: number): boolean {
  const difference = (result.confidences[a] ?? 0) - (result.confidences[b] ?? 0);
  if (difference !== 0) return difference > 0;
  return (result.distances[a] ?? 0) < (result.distances[b] ?? 0);
}

/** The values of each category in the base: the profile of the segments names them all. */
function knownCategories(document: SegmentationDocument): KnownCategories {
  const known = new Map<string, Set<string>>();
  for (const { id, category } of document.preparation.columns) {
    if (category === null || known.has(id)) continue;
    const prefix = `${id}=`;
    const keys = document.segments.flatMap(({ means }) => Object.keys(means).filter((key) => key.startsWith(prefix)));
    known.set(id, new Set(keys.map((key) => key.slice(prefix.length)).sort()));
  }
  return known;
}
