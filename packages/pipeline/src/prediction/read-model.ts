import { ClienteleError, type SegmentationDocument, segmentationDocumentSchema } from '@clientele/contracts';
import { modelFault } from './model-fault.ts';

const advice = 'give the segmentation.json that clientele segment --out writes';

/** Reads the text of a segmentation.json. Throws `model-invalid`, saying what is wrong with `fileName` and where. */
export function readModel(text: string, fileName: string): SegmentationDocument {
  const fail = (what: string, cause?: unknown) =>
    new ClienteleError('model-invalid', `${fileName} ${what}; ${advice}.`, { file: fileName }, cause);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw fail(text.trim() === '' ? 'is empty' : 'is not JSON', cause);
  }
  const head = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (head.format !== 'clientele/segmentation') throw fail('is JSON but no segmentation of Clientele');
  if (head.version !== 1) {
    throw fail(`has format version ${JSON.stringify(head.version)}, and this Clientele reads version 1`);
  }
  const parsed = segmentationDocumentSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw fail(`is damaged at ${issue?.path.join('.') || 'its top'} (${issue?.message})`, parsed.error);
  }
  const fault = inconsistency(parsed.data);
  if (fault !== null) throw fail(`is damaged: ${fault}`);
  return parsed.data;
}

/** What in a document contradicts itself, or null. */
function inconsistency({ method, model, preparation, segments }: SegmentationDocument): string | null {
  const columns = preparation.columns.length;
  if (model.method !== method) return `its method is ${method} and its model of ${model.method}`;
  if (columns === 0) return 'it has no features';
  if (segments.length !== model.k) return `the model has k = ${model.k} and there are ${segments.length} segments`;
  if (segments.some(({ id }, index) => id !== index)) return `segment ids do not run 0 to ${model.k - 1}`;
  if (preparation.columns.some(({ divisor }) => divisor === 0)) return 'a feature has divisor 0';
  return modelFault(model, columns);
}
