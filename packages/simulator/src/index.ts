export { type Audit, auditLines } from './audit-lines.ts';
export { countries } from './countries.ts';
export type { Customer } from './customer.ts';
export {
  type CustomerAttributes,
  type CustomerTableOfOptions,
  customerTableOf,
  type ShopCustomers,
} from './customer-table-of.ts';
export { type GroupId, groupIds } from './groups.ts';
export { type OrderLine, orderLineRoles } from './order-line.ts';
export { orderLinesCsv, orderLinesHeader } from './order-lines-csv.ts';
export { type Category, categories, type Product, products } from './products.ts';
export { scaledShop } from './scaled-shop.ts';
export { type CustomerTable, type CustomerTableOptions, simulateCustomers } from './simulate-customers.ts';
export { type Shop, type ShopOptions, sampleShopName, simulateShop } from './simulate-shop.ts';
export type { Truth } from './truth.ts';
