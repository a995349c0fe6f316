/** The categories of the made-up shop. */
export const categories = [
  'coffee',
  'brewing',
  'table',
  'kitchen',
  'candles',
  'textiles',
  'lighting',
  'storage',
  'stationery',
  'garden',
  'gifts',
  'christmas',
] as const;
export type Category = (typeof categories)[number];

export interface Product {
  code: string;
  name: string;
  category: Category;
  /** List price in pence in the first year. */
  pence: number;
}

/** One line a product: pence, then the name. The most popular of a category come first. */
const catalogue: Record<Category, string> = {
  coffee: `
    850 House blend, whole bean 250 g
    850 House blend, ground 250 g
    950 Slow Morning espresso 250 g
    2950 House blend, whole bean 1 kg
    1095 Ethiopia Guji, washed, 250 g
    1050 Colombia Huila 250 g
    950 Night Shift decaf 250 g
    1150 Kenya Nyeri AA 250 g
    3250 Slow Morning espresso 1 kg
    695 Drip bags, box of 7
    1195 Guatemala Antigua 250 g
    1850 Tasting set "Three Harbours"
    750 Cold brew pouches, pack of 4`,
  brewing: `
    2450 Cafetiere 8 cup
    495 Paper filters size 2, pack of 100
    1895 Ceramic dripper, sage
    2795 Stovetop pot 6 cup
    4950 Hand grinder with steel burrs
    3495 Pouring kettle 0.9 l
    1250 Milk jug 350 ml
    895 Coffee scoop with clip
    1595 Glass server 600 ml
    5995 Scale with timer
    695 Tamping mat
    1450 Airtight bean tin, moss`,
  table: `
    995 Stoneware mug, oat
    995 Stoneware mug, harbour blue
    1095 Stoneware mug "First light"
    2850 Espresso cups, set of 4
    1250 Cereal bowl, speckled
    1495 Dinner plate, speckled
    1095 Side plate, speckled
    3450 Teapot 1.2 l
    650 Egg cup, pair
    1895 Carafe with cork
    1650 Tumblers, set of 2
    2495 Serving board, oak
    4250 Cake stand, fluted
    895 Sugar bowl`,
  kitchen: `
    895 Tea towel, pine stripe
    895 Tea towel, herring print
    1895 Linen apron, slate
    1250 Oven glove, quilted
    595 Beeswax wraps, set of 3
    1395 Wooden spoons, set of 4
    795 Dish brush, beech
    350 Dish brush head, refill
    1695 Salt pig
    2250 Bread bin bag, linen
    1195 Measuring cups, brass
    1495 Recipe tin with cards
    995 Jam pan thermometer`,
  candles: `
    1450 Candle "Pine & smoke"
    1450 Candle "Sea salt"
    1450 Candle "Fig leaf"
    595 Dinner candles, box of 6, ivory
    595 Dinner candles, box of 6, forest
    395 Tea lights, bag of 24
    2250 Three-wick candle "Harbour"
    1250 Brass candlestick, short
    1650 Brass candlestick, tall
    1895 Reed diffuser "Sea salt"
    750 Wick trimmer
    495 Matches in a glass bottle`,
  textiles: `
    3495 Wool throw, heather
    3495 Wool throw, mustard check
    2250 Cushion cover 45 cm, ochre
    2250 Cushion cover 45 cm, teal
    1295 Feather pad 45 cm
    4995 Lambswool blanket, large
    1895 Hot-water bottle with knitted cover
    1495 Bed socks, cashmere mix
    2795 Linen table cloth 140 x 230 cm
    1595 Napkins, linen, set of 4
    5950 Sheepskin, natural`,
  lighting: `
    3950 Table lamp, ribbed glass
    1495 Fairy lights, copper wire 10 m
    2495 Storm lantern 30 cm
    1850 Enamel pendant shade, cream
    6950 Reading lamp, brass
    795 Filament bulb E27, warm
    2950 Rechargeable night light "Little lighthouse"
    1295 Fabric flex 3 m, rust
    1095 Solar jar light`,
  storage: `
    1695 Seagrass basket, medium
    2195 Seagrass basket, large
    895 Wire hook rail, 5 hooks
    1250 Enamel storage tin, set of 2
    2450 Peg rail 60 cm, oak
    650 Jar 0.5 l with clip lid
    795 Jar 1 l with clip lid
    3250 Laundry bag on a stand
    1495 Letter rack, wall
    995 Trinket dish "Keys, coins, crumbs"
    4500 Wooden crate on wheels`,
  stationery: `
    295 Card "Thank you"
    295 Card "Happy birthday, you"
    695 Notebook A5, dotted
    450 Pencils, set of 6
    1295 Weekly planner pad
    350 Washi tape, pine
    850 Letter set, 20 sheets
    250 Gift tags, pack of 10
    395 Wrapping paper, 3 sheets
    1495 Year calendar "Tides"
    195 Jute string 20 m
    1895 Fountain pen, navy`,
  garden: `
    1250 Herb pots, set of 3
    1495 Secateurs, small
    895 Plant labels, slate, pack of 8
    2450 Watering can 1.5 l, copper finish
    595 Wildflower seeds, tin
    1895 Bird feeder, hanging
    1195 Gardening gloves, size M
    3250 Boot tray, galvanised
    795 Twine in a tin
    2250 Bulb planter, ash handle`,
  gifts: `
    2495 Gift box "Coffee for two"
    3495 Gift box "A quiet Sunday"
    1495 Soap trio in a tin
    995 Lip balm and hand cream set
    1250 Chocolate buttons, sea salt, jar
    1995 Letterbox hamper "Elevenses"
    4950 Hamper "Harbour & Pine"
    1095 Fudge, clotted cream, 300 g
    1895 Enamel travel mug
    1395 Key ring, brass whale
    1650 Jigsaw, 500 pieces, "Low tide"
    2500 Gift card £25`,
  christmas: `
    495 Glass bauble, pine green
    495 Glass bauble, amber
    1295 Felt stars, garland 2 m
    2495 Advent calendar "24 small coffees"
    1895 Wreath, eucalyptus and pine
    695 Christmas cards, pack of 8
    595 Robin clips, pair
    1995 Christmas crackers, box of 6
    1450 Candle "Clementine & clove"
    3250 Stocking, cable knit
    895 Paper star lantern`,
};

/** Every product, category by category. */
export const products: readonly Product[] = categories.flatMap((category, shelf) =>
  catalogue[category]
    .trim()
    .split('\n')
    .map((line, place) => {
      const text = line.trim();
      const gap = text.indexOf(' ');
      const code = `${category.slice(0, 2).toUpperCase()}${(shelf + 1) * 100 + place + 1}`;
      return { code, name: text.slice(gap + 1), category, pence: Number(text.slice(0, gap)) };
    }),
);
