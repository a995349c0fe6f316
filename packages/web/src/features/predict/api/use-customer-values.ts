import { useMutation } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';

/** Looks up the features of one customer. */
export function useCustomerValues(datasetId: string, segmentationId: string) {
  return useMutation({
    mutationFn: (customerId: string) =>
      client.call('getCustomer', { params: { datasetId, customerId }, query: { segmentation: segmentationId } }),
  });
}
