import { useState } from 'react';
import { asError } from '../../../lib/as-error.ts';
import { client } from '../../../lib/client.ts';
import { download } from '../../../lib/download.ts';
import { useLanguage } from '../../../lib/language.tsx';
import { useDataset } from '../../../lib/use-dataset.ts';
import { useFilters } from '../../../lib/use-filters.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';

export interface ReportAsked {
  format: 'pdf' | 'html';
  /** Empty: the dataset's name. */
  title: string;
  figures: readonly string[];
  pages: boolean;
}

/** Makes the report under the filters and hands it to the browser. */
export function useReport() {
  const { dataset } = useDataset();
  const { segmentation } = useSegmentation();
  const { filters } = useFilters();
  const { locale } = useLanguage();
  const [making, setMaking] = useState<ReportAsked['format'] | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const make = async ({ format, title, figures, pages }: ReportAsked) => {
    if (dataset === null) return;
    setMaking(format);
    setError(null);
    try {
      const { name, content } = await client.file('downloadReport', {
        params: { datasetId: dataset.id },
        query: {
          ...filters,
          ...(segmentation && { segmentation: segmentation.id }),
          ...(title !== '' && { title }),
          format,
          figures: [...figures],
          pages: pages ? 'true' : 'false',
          language: locale,
        },
      });
      download(name ?? `report.${format}`, content);
    } catch (failure) {
      setError(asError(failure));
    } finally {
      setMaking(null);
    }
  };
  return { make, making, error };
}
