import { againstBaseFigure, customerOrdersFigure, segmentDistancesFigure } from '@clientele/charts';
import type { CustomerDetail, Dataset } from '@clientele/contracts';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { FigureView, type QueryState } from '../../../components/FigureView.tsx';
import { readSearch, type Search } from '../../../lib/search-params.ts';
import { useFigureContext } from '../../../lib/use-formats.ts';
import { asOfDay, customerFinding } from '../hooks/customer-finding.ts';
import { customerTiles } from '../hooks/customer-tiles.ts';
import classes from './CustomerPageView.module.css';

export interface CustomerPageViewProps {
  customer: CustomerDetail;
  dataset: Dataset;
  query: QueryState;
}

/** One customer: what stands out, the numbers, the orders, the place among all, the segment and why. */
export function CustomerPageView({ customer, dataset, query }: CustomerPageViewProps) {
  const context = useFigureContext();
  const { formats } = context;
  const { prediction } = customer;
  const finding = customerFinding(customer, dataset.features, formats);
  const tiles = customerTiles(customer, dataset.features, formats);
  const orders = useMemo(
    () => (customer.orders.length === 0 ? null : customerOrdersFigure({ customer, asOf: asOfDay(customer) }, context)),
    [customer, context],
  );
  const against = useMemo(
    () => againstBaseFigure({ customer, features: dataset.features }, context),
    [customer, dataset, context],
  );
  const distances = useMemo(
    () => (prediction === null ? null : segmentDistancesFigure(prediction, context)),
    [prediction, context],
  );
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
        {orders !== null && <FigureView figure={orders} name="Orders" query={query} className={classes.orders} />}
        <FigureView
          figure={against}
          name="Against all customers"
          query={query}
          empty={customer.against.length === 0 ? <p>There are no numbers to compare.</p> : undefined}
        />
        {distances !== null && prediction !== null && (
          <div className={classes.why}>
            <FigureView figure={distances} name="Why this segment" query={query} />
            <p className={classes.note}>
              {prediction.segment < 0 ? (
                'The customer is unlike those of any segment.'
              ) : (
                <>
                  Confidence in {prediction.name}: {formats.share(prediction.confidence, 0)}
                  {prediction.runnerUp !== null &&
                    prediction.runnerUp.confidence > 0 &&
                    `; runner-up ${prediction.runnerUp.name}, ${formats.share(prediction.runnerUp.confidence, 0)}`}
                  .{' '}
                  <Link
                    to="/segments"
                    search={(previous: Search) =>
                      readSearch({ ...previous, customer: undefined, segments: [prediction.segment] })
                    }
                    className="text-link"
                  >
                    See segment
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
    </div>
  );
}
