/**
 * What the shop calls a variant's value: its label among the options of product `p`, the bare value where it has none
 * there. `value` is a column, never a text from outside.
 */
export const optionLabelSql = (kind: 'size' | 'colour', value: 'v.size' | 'v.colour'): string =>
  `coalesce((SELECT o->>'label' FROM product_option x, jsonb_array_elements(x.values) o
    WHERE x.product_id = p.id AND x.kind = '${kind}' AND o->>'value' = ${value} LIMIT 1), ${value})`
