import type { Role } from '@clientele/contracts';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../cleaning/testing/memory-source.ts';
import { recognise } from './recognise.ts';

type Expected = Partial<Record<Role, string>>;

/** Headings of exports, as the shops' own documentation and tools write them, cut to the telling ones. */
const exports: [name: string, kind: 'orders' | 'customers', headings: string, roles: Expected][] = [
  [
    'Shopify orders',
    'orders',
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Billing Name,Billing Country,Billing Phone,Shipping Name,Shipping Country,Notes,Cancelled at,Payment Method,Refunded Amount,Vendor,Outstanding Balance,Id,Tags,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone',
    {
      customer: 'Email',
      order: 'Name',
      time: 'Created at',
      quantity: 'Lineitem quantity',
      unitPrice: 'Lineitem price',
      product: 'Lineitem sku',
      description: 'Lineitem name',
      country: 'Billing Country',
      status: 'Financial Status',
      currency: 'Currency',
    },
  ],
  [
    'Shopify orders without prices',
    'orders',
    'Name,Email,Created at,Total,Refunded Amount,Currency,Financial Status,Lineitem name,Lineitem quantity',
    {
      customer: 'Email',
      order: 'Name',
      time: 'Created at',
      quantity: 'Lineitem quantity',
      amount: 'Total',
      product: 'Lineitem name',
      description: 'Lineitem name',
      status: 'Financial Status',
      currency: 'Currency',
    },
  ],
  [
    'Shopify customers',
    'customers',
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address City,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags',
    { customer: 'Customer ID', country: 'Default Address Country Code' },
  ],
  [
    'Stripe payments, older',
    'orders',
    'id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Address Country,Card Issue Country,Dispute Status,Dispute Date (UTC),Invoice ID,Payment Source Type,PaymentIntent ID',
    {
      customer: 'Customer ID',
      order: 'id',
      time: 'Created (UTC)',
      amount: 'Amount',
      country: 'Card Address Country',
      status: 'Status',
      currency: 'Currency',
    },
  ],
  [
    'Stripe payments',
    'orders',
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Description,Fee,Payment Source Type,Refunded date (UTC),Status,Card Address Country,Card Issue Country,Customer ID,Customer Email,Shipping Address Country,Invoice ID,Invoice Number,Checkout Line Item Summary',
    {
      customer: 'Customer ID',
      order: 'id',
      time: 'Created date (UTC)',
      amount: 'Amount',
      country: 'Card Address Country',
      status: 'Status',
      currency: 'Currency',
    },
  ],
  [
    'Stripe payments, short',
    'orders',
    'Created date (UTC),Amount,Currency,Captured,Converted Amount,Converted Currency,Fee,Payment Source Type,Status,Taxes On Fee,Card Address Country,Card Funding,Card Issue Country,Customer ID,Invoice Number',
    {
      customer: 'Customer ID',
      order: 'Invoice Number',
      time: 'Created date (UTC)',
      amount: 'Amount',
      country: 'Card Address Country',
      status: 'Status',
      currency: 'Currency',
    },
  ],
  [
    'WooCommerce, Advanced Order Export',
    'orders',
    'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Country Code (Billing),Email (Billing),Phone (Billing),Country Code (Shipping),Item #,SKU,Name,Product Variation,Quantity,Quantity (- Refund),Item Cost,Order Line (w/o tax),Order Line Tax,Order Line Total,Order Line Total Refunded,Order Line Total (- Refund),Image URL,Coupon Code,Discount Amount,Discount Amount Tax,Payment Method Title',
    {
      customer: 'Email (Billing)',
      order: 'Order Number',
      time: 'Order Date',
      quantity: 'Quantity',
      unitPrice: 'Item Cost',
      product: 'SKU',
      description: 'Name',
      country: 'Country Code (Billing)',
      status: 'Order Status',
    },
  ],
  [
    'WooCommerce analytics',
    'orders',
    'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
    {
      customer: 'Customer',
      order: 'Order #',
      time: 'Date',
      quantity: 'Items sold',
      amount: 'Net Sales',
      product: 'Product(s)',
      description: 'Product(s)',
      status: 'Status',
    },
  ],
  [
    'WooCommerce, Order CSV Import Export',
    'orders',
    'order_id,order_number,date,status,shipping_total,shipping_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,payment_method,shipping_method,customer_id,billing_first_name,billing_email,billing_phone,billing_country,shipping_first_name,shipping_country,shipping_company,customer_note,line_items,shipping_items,tax_items,coupons,order_notes',
    {
      customer: 'customer_id',
      order: 'order_id',
      time: 'date',
      amount: 'order_total',
      country: 'billing_country',
      status: 'status',
    },
  ],
  [
    'WooCommerce, SkyVerge export',
    'orders',
    'order_id,order_number_formatted,order_number,date,status,order_shipping,order_shipping_tax,order_fees,order_fee_tax,order_tax,cart_discount,order_discount,order_total,payment_method,shipping_method,customer_user,billing_first_name,billing_email,billing_phone,billing_country,shipping_country,customer_note,order_item_1,order_item_2,download_permissions_granted,order_notes,shipping_method_1,shipping_cost_1',
    {
      customer: 'customer_user',
      order: 'order_id',
      time: 'date',
      amount: 'order_total',
      country: 'billing_country',
      status: 'status',
    },
  ],
  [
    'Online Retail',
    'orders',
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    {
      customer: 'CustomerID',
      order: 'InvoiceNo',
      time: 'InvoiceDate',
      quantity: 'Quantity',
      unitPrice: 'UnitPrice',
      product: 'StockCode',
      description: 'Description',
      country: 'Country',
    },
  ],
  [
    'Online Retail II',
    'orders',
    'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
    {
      customer: 'Customer ID',
      order: 'Invoice',
      time: 'InvoiceDate',
      quantity: 'Quantity',
      unitPrice: 'Price',
      product: 'StockCode',
      description: 'Description',
      country: 'Country',
    },
  ],
  [
    'German',
    'orders',
    'Kundennummer;Rechnungsnummer;Rechnungsdatum;Artikelnummer;Artikelbezeichnung;Menge;Einzelpreis;Land;Währung',
    {
      customer: 'Kundennummer',
      order: 'Rechnungsnummer',
      time: 'Rechnungsdatum',
      quantity: 'Menge',
      unitPrice: 'Einzelpreis',
      product: 'Artikelnummer',
      description: 'Artikelbezeichnung',
      country: 'Land',
      currency: 'Währung',
    },
  ],
  [
    'French',
    'orders',
    'N° client;N° commande;Date de commande;Référence produit;Désignation;Quantité;Prix unitaire;Pays',
    {
      customer: 'N° client',
      order: 'N° commande',
      time: 'Date de commande',
      quantity: 'Quantité',
      unitPrice: 'Prix unitaire',
      product: 'Référence produit',
      description: 'Désignation',
      country: 'Pays',
    },
  ],
  [
    'Spanish',
    'orders',
    'id_cliente,numero_pedido,fecha,codigo_producto,cantidad,precio_unitario,pais',
    {
      customer: 'id_cliente',
      order: 'numero_pedido',
      time: 'fecha',
      quantity: 'cantidad',
      unitPrice: 'precio_unitario',
      product: 'codigo_producto',
      country: 'pais',
    },
  ],
  [
    'Italian',
    'orders',
    'Codice cliente,Numero ordine,Data ordine,Descrizione,Quantità,Prezzo unitario,Paese',
    {
      customer: 'Codice cliente',
      order: 'Numero ordine',
      time: 'Data ordine',
      quantity: 'Quantità',
      unitPrice: 'Prezzo unitario',
      product: 'Descrizione',
      description: 'Descrizione',
      country: 'Paese',
    },
  ],
  [
    'Dutch',
    'orders',
    'klantnummer,ordernummer,orderdatum,artikelcode,omschrijving,aantal,stukprijs,land',
    {
      customer: 'klantnummer',
      order: 'ordernummer',
      time: 'orderdatum',
      quantity: 'aantal',
      unitPrice: 'stukprijs',
      product: 'artikelcode',
      description: 'omschrijving',
      country: 'land',
    },
  ],
  [
    'Superstore',
    'orders',
    'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit',
    {
      customer: 'Customer ID',
      order: 'Order ID',
      time: 'Order Date',
      quantity: 'Quantity',
      amount: 'Sales',
      product: 'Product ID',
      description: 'Product Name',
      country: 'Country',
    },
  ],
  [
    'R rfm orders',
    'orders',
    'customer_id,order_date,revenue,first_name,last_name,email',
    { customer: 'customer_id', time: 'order_date', amount: 'revenue' },
  ],
  ['Mall', 'customers', 'CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)', { customer: 'CustomerID' }],
  ['Wholesale', 'customers', 'Channel,Region,Fresh,Milk,Grocery,Frozen,Detergents_Paper,Delicassen', {}],
  [
    'Marketing campaign',
    'customers',
    'ID,Year_Birth,Education,Marital_Status,Income,Kidhome,Teenhome,Dt_Customer,Recency,MntWines,NumDealsPurchases,AcceptedCmp3,Complain,Z_CostContact,Z_Revenue,Response',
    { customer: 'ID' },
  ],
  [
    'Survey',
    'customers',
    'id,age,gender,income,spending_score,membership_years,purchase_frequency,preferred_category,last_purchase_amount',
    { customer: 'id' },
  ],
];

describe('recognise', () => {
  it.each(exports)('knows the columns of %s by their names', (_, kind, headings, roles) => {
    const columns = headings.split(headings.includes(';') ? ';' : ',');
    const found = recognise(memorySource(columns, []));
    expect({ kind: found.kind, roles: found.mapping.roles }).toEqual({ kind, roles });
    expect(found.guesses.every((guess) => guess.why.length > 5 && guess.confidence > 0)).toBe(true);
  });

  it('says why, with the values', () => {
    const row = (order: string, customer: string, at: string) => [order, customer, at, '2', '2.50'];
    const rows = [row('1', '17850', '2010-12-01'), row('1', '17850', '2010-12-01'), row('2', '13047', '2010-12-02')];
    const found = recognise(memorySource(['InvoiceNo', 'CustomerID', 'InvoiceDate', 'Quantity', 'UnitPrice'], rows));
    expect(found.guesses.find((guess) => guess.role === 'order')?.why).toBe(
      'named InvoiceNo; 1 repeats on 2 lines with one customer',
    );
    expect(found.kindWhy).toContain('CustomerID repeats');
  });

  it('finds customer, time, quantity and amount in nameless columns', () => {
    // The first lines of the CDNOW sample: old id, id, date, units, dollars (Fader and Hardie).
    const lines =
      '00004 0001 19970101 2 29.33|00004 0001 19970118 2 29.73|00004 0001 19970802 1 14.96|00004 0001 19971212 2 26.48|00021 0002 19970101 3 63.34|00021 0002 19970113 1 11.77|00050 0003 19970101 1 6.79|00071 0004 19970101 1 13.97|00086 0005 19970101 1 23.94|00111 0006 19970101 1 35.99|00111 0006 19970111 1 32.99';
    const rows = lines.split('|').map((line) => line.split(' '));
    const columns = ['column_1', 'column_2', 'column_3', 'column_4', 'column_5'];
    const found = recognise(memorySource(columns, rows, { hasHeader: false }));
    expect(found.mapping.roles).toEqual({
      customer: 'column_2',
      time: 'column_3',
      quantity: 'column_4',
      amount: 'column_5',
    });
  });

  it('takes a table with a row a customer for customers and offers what tells them apart', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      String(i + 1),
      i % 2 ? 'Male' : 'Female',
      String(20 + (i % 40)),
      String(1 + (i % 3)),
      '3',
      `2012-09-${String(1 + (i % 28)).padStart(2, '0')}`,
      `free text number ${i}`,
    ]);
    const columns = ['ID', 'Gender', 'Age', 'Channel', 'Z_CostContact', 'Dt_Customer', 'Note'];
    const found = recognise(memorySource(columns, rows));
    expect(found.kind).toBe('customers');
    expect(found.mapping.roles).toEqual({ customer: 'ID' });
    expect(found.features.map(({ name, type, suggested }) => [name, type, suggested])).toEqual([
      ['Gender', 'category', false],
      ['Age', 'number', true],
      ['Channel', 'category', false],
      ['Z_CostContact', 'number', false],
    ]);
  });

  it('takes the currency from signs, from its column, or from the country and says which it was', () => {
    const columns = ['customer', 'date', 'amount', 'country', 'currency'];
    const currency = (amount: string, code: string | null, country: string) =>
      recognise(memorySource(columns, [['a', '2020-01-01', amount, country, code]]));
    expect(currency('£5.00', null, 'France').mapping.currency).toBe('GBP');
    expect(currency('5.00', 'sek', 'France').mapping.currency).toBe('SEK');
    const guessed = currency('5.00', null, 'France');
    expect(guessed.mapping.currency).toBe('EUR');
    expect(guessed.namesCurrency).toBe(false);
    expect(currency('5.00', 'sek', 'France').namesCurrency).toBe(true);
  });

  it('prefers an email to a customer id that is 0 for guests', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [
      String(i),
      i % 2 ? '0' : String(i),
      `${i % 5}@x.org`,
      '2020-01-01',
      '5.5',
    ]);
    const found = recognise(memorySource(['order_id', 'customer_id', 'billing_email', 'date', 'order_total'], rows));
    expect(found.mapping.roles.customer).toBe('billing_email');
  });

  it('warns where the amount of the order stands on each of its lines', () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`o${i >> 1}`, 'a', '2020-01-01', String(10 + (i >> 1))]);
    const columns = ['order_id', 'customer_id', 'date', 'order_total'];
    const codes = (cells: string[][]) =>
      recognise(memorySource(columns, cells)).problems.map((problem) => problem.code);
    expect(codes(rows)).toEqual(['repeated-order-amount']);
    expect(codes(rows.map((row, i) => [...row.slice(0, 3), String(i)]))).toEqual([]);
  });
});
