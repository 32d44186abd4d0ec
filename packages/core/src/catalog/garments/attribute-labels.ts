const NAMES: Readonly<Record<string, string>> = {
  fit: 'Fit',
  collar: 'Collar',
  lapel: 'Lapel',
  neckline: 'Neckline',
  sleeve: 'Sleeve',
  shoulder: 'Shoulder',
  strap: 'Straps',
  straps: 'Straps',
  length: 'Length',
  rise: 'Rise',
  leg: 'Leg',
  front: 'Front',
  shape: 'Shape',
  waist: 'Waist',
  closure: 'Closure',
  pocket: 'Chest pocket',
  pockets: 'Pockets',
  gauge: 'Gauge',
  lining: 'Lining',
  filling: 'Filling',
  hood: 'Hood',
  shaft: 'Height',
  sole: 'Sole',
  construction: 'Construction',
  style: 'Style',
  heelMm: 'Heel',
  cuff: 'Cuff',
  edge: 'Edge',
  lengthCm: 'Length',
  widthCm: 'Width',
  widthMm: 'Width',
  buckle: 'Buckle',
  volumeL: 'Volume',
  material: 'Material',
  fabric: 'Fabric',
  pattern: 'Pattern',
  fabricWeightGsm: 'Weight',
  seasons: 'Season',
  occasions: 'Occasion',
  care: 'Care',
  madeIn: 'Made in',
}

const UNITS: Readonly<Record<string, string>> = {
  heelMm: 'mm',
  lengthCm: 'cm',
  widthCm: 'cm',
  widthMm: 'mm',
  volumeL: 'litres',
  fabricWeightGsm: 'g/m²',
}

/** What a shopper reads for an attribute's key, e.g. `heelMm` → "Heel". */
export const attributeLabel = (key: string): string => NAMES[key] ?? sentenceCase(key)

/** What a shopper reads for an attribute's value, e.g. `button-down` → "Button-down", `heelMm` 35 → "35 mm". */
export function attributeValueLabel(key: string, value: string | number): string {
  const unit = UNITS[key]
  return unit ? `${value} ${unit}` : sentenceCase(String(value))
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
