/** CTE `priced`: each product's quarter among the prices of its category, 1 to 4, by its cheapest variant. */
export const PRICED = `priced AS (
    SELECT p.id, ntile(4) OVER (PARTITION BY p.category ORDER BY min(v.price_minor), p.id) AS quarter
    FROM product p JOIN variant v ON v.product_id = p.id GROUP BY p.id)`
