import { againstBase, customerOrders, type FigureContext, segmentDistances } from '@clientele/charts';
import type { CustomerDetail, Dataset, Prediction } from '@clientele/contracts';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ExplanationBlock } from '../../../components/ExplanationBlock.tsx';
import type { QueryState } from '../../../components/FigureView.tsx';
import { RegisteredFigure } from '../../../components/RegisteredFigure.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { useSegmentation } from '../../../lib/use-segmentation.ts';
import { customerFinding } from '../hooks/customer-finding.ts';
import { customerTiles } from '../hooks/customer-tiles.ts';
import { modelValues } from '../hooks/model-values.ts';
import classes from './CustomerPageView.module.css';
import { CustomerPlace } from './CustomerPlace.tsx';
import { SimilarCustomers } from './SimilarCustomers.tsx';

export interface CustomerPageViewProps {
  customer: CustomerDetail;
  dataset: Dataset;
  query: QueryState;
}

/** One customer: what stands out, the numbers, the orders, the place among all, the segment and why. */
export function CustomerPageView({ customer, dataset, query }: CustomerPageViewProps) {
  const context = useFigureContext();
  const { text } = context;
  const { prediction } = customer;
  const { segmentation } = useSegmentation();
  const finding = customerFinding(customer, dataset.features, context);
  const tiles = customerTiles(customer, dataset.features, context);
  const sources = useMemo(() => ({ customer }), [customer]);
  const explained = modelValues(customer.features, segmentation?.features ?? []);
  return (
    <div className={classes.page}>
      {finding !== null && (
        <p className={classes.band}>
          <strong>{finding.figure}</strong>
          <span>{finding.sentence}</span>
        </p>
      )}
      {tiles.length > 0 && (
        <dl className={classes.tiles}>
          {tiles.map(({ id, label, value, rank }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {value}
                <small>{rank}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className={classes.grid}>
        <RegisteredFigure definition={customerOrders} sources={sources} query={query} className={classes.orders} />
        <RegisteredFigure
          definition={againstBase}
          sources={sources}
          query={query}
          empty={<p>{text('customers.noNumbers')}</p>}
        />
        {prediction !== null && (
          <div className={classes.why}>
            <RegisteredFigure definition={segmentDistances} sources={sources} query={query} />
            <p className={classes.note}>
              {prediction.segment < 0 ? (
                text('customers.unlike')
              ) : (
                <>
                  {confidenceText(prediction, context)}{' '}
                  <Link
                    to="/segments"
                    search={(previous: Search) =>
                      readSearch({ ...previous, customer: undefined, segments: [prediction.segment] })
                    }
                    className="text-link"
                  >
                    {text('customers.seeSegment')}
                  </Link>
                </>
              )}
            </p>
            {prediction.notes.map((note) => (
              <p key={note} className={classes.note}>
                {note}
              </p>
            ))}
          </div>
        )}
      </div>
      {prediction !== null && segmentation !== null && (
        <div className={classes.explained}>
          <ExplanationBlock segmentationId={segmentation.id} features={explained} />
        </div>
      )}
      {prediction !== null && (
        <div className={classes.grid}>
          <CustomerPlace customer={customer.id} prediction={prediction} />
          <SimilarCustomers customer={customer} />
        </div>
      )}
    </div>
  );
}

function confidenceText({ name, confidence, runnerUp }: Prediction, { formats, text }: FigureContext): string {
  const share = formats.share(confidence, 0);
  return runnerUp === null || runnerUp.confidence <= 0
    ? text('customers.confidence', { name, share })
    : text('customers.confidenceNext', {
        name,
        share,
        next: runnerUp.name,
        nextShare: formats.share(runnerUp.confidence, 0),
      });
}
