import type { Role } from '@clientele/contracts';

/** Names of a role's column, in falling order of certainty, and words that speak against it. */
export interface RoleNames {
  /** One line for each certainty from 0 to 1; a name is written in plain words. */
  names: readonly (readonly [certainty: number, names: string])[];
  against: string;
}

const person =
  'note,notes,type,description,since,segment,group,marketing,city,zip,address,country,age,gender,language,status,group,message,count,rating,dt,lat,lng,state,prefix,role,phone';
const laterTimes =
  'shipped,shipping,ship,delivered,delivery,due,refunded,refund,dispute,cancelled,canceled,updated,modified,birth,born,expiry,expires,exp,estimated,dob,last,first,evidence,fulfilled,approved,customer,lead,since,signup,joined,subscribed,until,left';
const otherMoney =
  'tax,taxes,vat,mwst,tva,iva,shipping,freight,discount,rabatt,refund,refunded,fee,fees,converted,disputed,outstanding,due,cart,compare,cost,duties,versand,items,limit,range,id,no,type,currency,last,average,avg,mean,balance,coupon,points';

/** How shops name these columns in English, German, French, Spanish, Italian and Dutch. */
export const roleNames: Record<Role, RoleNames> = {
  customer: {
    names: [
      [1, 'customer unique id'],
      [
        0.98,
        'customer id,cust id,customer no,customer number,customer code,customer key,client id,client no,client number,client code,id client,id cliente,cliente id,codice cliente,codigo cliente,numero cliente,numero client,num client,no client,code client,kunden id,kunden nr,kunden nummer,kd nr,kunde id,kunde nr,debitor,debitor nr,debitoren nummer,klant id,klant nr,klant nummer,user id,customer user,member id,member no,account id,account no,account number,household id,household key,shopper id,buyer id,purchaser id,contact id,patron id,guest id,loyalty id,card no,customer user',
      ],
      [
        0.9,
        'customer,client,cliente,kunde,klant,kaeufer,kaufer,acheteur,buyer,shopper,comprador,acquirente,koper,debiteur',
      ],
      [
        0.85,
        'email,customer email,email address,billing email,email billing,buyer email,user email,contact email,courriel,correo,e mail,mail,mail address,kunden email',
      ],
      [0.8, 'customer name,client name,kundenname,nom client,nombre cliente,nome cliente,klantnaam,buyer name'],
      [0.7, 'user,user name,member,account,household,visitor id,contact,cid,uid,consumer id'],
      [0.4, 'billing name,full name,phone,customer phone,billing phone'],
    ],
    against: person,
  },
  order: {
    names: [
      [
        0.98,
        'order id,order no,order number,invoice no,invoice number,invoice id,invoice,order,bestellnummer,bestell nr,bestell id,bestellung,auftragsnummer,auftrag,auftrags nr,rechnungsnummer,rechnungs nr,rechnung,beleg nr,belegnummer,beleg,numero commande,numero de commande,no commande,id commande,commande,num commande,facture,no facture,numero facture,numero de facture,pedido,numero pedido,numero de pedido,id pedido,factura,numero factura,ordine,numero ordine,id ordine,fattura,numero fattura,bestelling,ordernummer,bestelnummer,factuurnummer,factuur',
      ],
      [
        0.9,
        'transaction id,transaction no,transaction number,transaction,receipt id,receipt no,receipt number,receipt,basket id,basket,sale id,sales id,sales order,sales order no,ticket id,ticket,bon nr,bon,document no,document number,purchase id,purchase no,cart id,checkout id,order key,voucher no,bill no,bill id,order ref,order reference',
      ],
      [0.6, 'payment id,payment intent id,charge id,reference,session id'],
    ],
    against:
      'date,time,status,item,line,total,amount,notes,discount,shipping,tax,type,quantity,qty,size,value,fees,fee,count,formatted,source,stock,customer,approved,delivered,purchase timestamp',
  },
  time: {
    names: [
      [
        0.98,
        'invoice date,order date,order time,order timestamp,order datetime,order purchase timestamp,order created at,created at,created utc,created date utc,created date,date created,purchase date,purchase timestamp,transaction date,transaction time,sale date,sales date,invoice timestamp,invoice datetime,invoice time,bestelldatum,rechnungsdatum,auftragsdatum,belegdatum,kaufdatum,verkaufsdatum,date commande,date de commande,date facture,date achat,date de facture,fecha pedido,fecha de pedido,fecha compra,fecha factura,fecha venta,data ordine,data acquisto,data fattura,besteldatum,orderdatum,factuurdatum,aankoopdatum,date of purchase,date of order',
      ],
      [0.9, 'date,datum,fecha,data,timestamp,datetime,date time,zeitpunkt,zeit,time,event time,ts'],
      [
        0.75,
        'created,paid at,payment date,paid date,posting date,buchungsdatum,day,tag,jour,dia,giorno,dag,completed at,processed at,datum uhrzeit',
      ],
    ],
    against: laterTimes,
  },
  quantity: {
    names: [
      [
        0.98,
        'quantity,qty,menge,anzahl,stueck,stuck,stueckzahl,stuckzahl,quantite,qte,cantidad,cant,quantita,qta,aantal,lineitem quantity,line item quantity,item quantity,product quantity,order quantity,ordered quantity,order qty,quantity ordered,qty ordered,quantity sold,units sold,items sold,sales quantity,item qty,product qty',
      ],
      [
        0.85,
        'units,pieces,pcs,pieces sold,item count,items count,num items,number of items,items,no of items,unites,unidades,pezzi,stuks,volume,count,num cds',
      ],
    ],
    against:
      'refund,refunded,returned,stock,hand,customer,min,max,days,purchases,visits,discount,price,line,shipping,tax',
  },
  unitPrice: {
    names: [
      [
        0.98,
        'unit price,price per unit,item price,lineitem price,line item price,price each,product price,selling price,sale price,unit selling price,einzelpreis,stueckpreis,stuckpreis,verkaufspreis,prix unitaire,precio unitario,precio unidad,prezzo unitario,stukprijs,eenheidsprijs,item cost,price unit,unitprice,net unit price,preis pro stueck',
      ],
      [0.9, 'price,preis,prix,precio,prezzo,prijs,unit cost,list price,retail price'],
    ],
    against: 'total,compare,shipping,discount,freight,tax,order,line total,range,sensitivity,avg,average,old,currency',
  },
  amount: {
    names: [
      [
        0.98,
        'net sales,line total,order line total,line amount,total amount,amount paid,order total,order amount,order value,total sales,total revenue,sales amount,sale amount,transaction amount,purchase amount,invoice amount,invoice total,grand total,revenue,umsatz,gesamtbetrag,betrag,gesamtpreis,rechnungsbetrag,chiffre d affaires,montant,montant total,total ttc,importe,importe total,monto,importo,totale,importo totale,bedrag,totaalbedrag,omzet,total price,extended price,payment value,net amount,gross amount,net revenue,gross sales,n revenue,total sum,nettobetrag,bruttobetrag,total eur,total usd,total gbp',
      ],
      [
        0.9,
        'amount,total,sales,turnover,summe,gesamt,ca,ventas,vendite,verkoop,totaal,total spent,order total amount,amt',
      ],
      [
        0.7,
        'subtotal,sub total,value,spend,spent,dollars,euros,gross,net,sum,wert,valor,waarde,monetary,paid,gmv,price total,basket value',
      ],
    ],
    against: otherMoney,
  },
  product: {
    names: [
      [
        0.98,
        'stock code,sku,lineitem sku,line item sku,product id,product code,product sku,product no,product number,item code,item id,item sku,article,article id,article no,article code,artikelnummer,artikel nr,artikel,artikel id,produkt id,produktnummer,produkt nr,code article,code produit,ref produit,codigo producto,codigo articulo,id producto,codice articolo,codice prodotto,id prodotto,artikelcode,productcode,asin,upc,ean,gtin,isbn,variant id,plu,material no,material,product key,part number,part no',
      ],
      [
        0.7,
        'item no,item number,product,item,products,produkt,produit,producto,articulo,prodotto,articolo,reference produit,merchandise',
      ],
    ],
    against:
      'name,description,category,variation,type,price,cost,quantity,tax,taxable,discount,count,weight,length,brand,title,size,status,sold,1,2,3,4,5',
  },
  description: {
    names: [
      [
        0.98,
        'description,product name,product description,item name,item description,lineitem name,line item name,product title,article name,bezeichnung,artikelbezeichnung,produktname,produktbezeichnung,artikelname,artikeltext,beschreibung,designation,libelle,nom produit,nom du produit,descripcion,nombre producto,nombre del producto,descrizione,nome prodotto,omschrijving,productnaam,artikelomschrijving,stock description,goods',
      ],
      [0.75, 'product,products,item,produkt,produit,producto,prodotto,title,titel,titre'],
      [0.4, 'name'],
    ],
    against:
      'id,code,no,category,customer,statement,country,status,seller,shipping,first,last,billing,tax,type,currency,price,quantity,weight,length,cost,variation,payment,method,sold,1,2,3,4,5',
  },
  country: {
    names: [
      [
        0.98,
        'country,country code,country name,billing country,billing country code,country billing,country code billing,customer country,bill country,bill to country,land,kundenland,rechnungsland,pays,pais,paese,nazione,nation,country of residence',
      ],
      [
        0.85,
        'shipping country,ship country,ship to country,delivery country,shipping country code,country shipping,country code shipping,lieferland,card address country,default address country code,default address country,customer country code,address country',
      ],
      [0.7, 'card issue country,market,country region,country or region,region country,ip country,geo country'],
    ],
    against: 'phone,tax,origin,manufacture',
  },
  status: {
    names: [
      [
        0.98,
        'order status,financial status,status,payment status,bestellstatus,auftragsstatus,statut commande,estado pedido,stato ordine,orderstatus,transaction status,invoice status,order state',
      ],
      [
        0.85,
        'statut,estado,stato,zustand,cancelled at,canceled at,cancelled,canceled,is cancelled,is canceled,storniert,storno,cancellation date',
      ],
    ],
    against:
      'fulfillment,fulfilment,dispute,cvc,avs,marital,tax,shipping,delivery,line1,zip,customer,employment,civil,member,loyalty,subscription',
  },
  currency: {
    names: [
      [
        0.98,
        'currency,currency code,order currency,payment currency,waehrung,wahrung,devise,moneda,divisa,valuta,munt,ccy,curr',
      ],
    ],
    against: 'converted,rate',
  },
};
