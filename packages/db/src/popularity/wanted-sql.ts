/** Evidence halves in so many days. */
export const HALF_LIFE_DAYS = 90
/** An order, a wish and a look, in orders: one buys what one wished for one time in four, and looks at twenty. */
const [WISH, LOOK] = [0.25, 0.05]
/** Every product has so many days of its category's usual demand added: a single order makes no best seller. */
const PRIOR_DAYS = 28
/** What is wanted now, and what it is held against. */
const [LATELY_DAYS, BEFORE_DAYS] = [14, 56]
/** Added to both sides of a trend, in orders: two sales are no wave. */
const CALM = 3

/**
 * Level and trend of every active product, by the day $1. The level is the decayed sum of evidence over the decayed days
 * that the product could be had: one that is new is not behind for being new. The trend is what the last two weeks brought
 * over what the eight before let expect, both over the whole shop's: that everybody sells more before a feast is no trend.
 * A product that is younger than the two weeks has nothing to be held against.
 */
export const WANTED = `
  WITH day AS (
    SELECT product_id, day, $1::date - day AS age, orders + ${WISH} * wishes + ${LOOK} * looks AS evidence FROM wanted_day),
  told AS (
    SELECT product_id, min(day) AS first_day, sum(evidence * power(2, -age / ${HALF_LIFE_DAYS}.0)) AS level,
           coalesce(sum(evidence) FILTER (WHERE age < ${LATELY_DAYS}), 0) AS lately,
           coalesce(sum(evidence) FILTER (WHERE age BETWEEN ${LATELY_DAYS} AND ${LATELY_DAYS + BEFORE_DAYS - 1}), 0) AS before
    FROM day GROUP BY product_id),
  shop AS (
    SELECT coalesce(sum(lately) / nullif(sum(before), 0), 0) * ${BEFORE_DAYS} / ${LATELY_DAYS}.0 AS growth FROM told),
  aged AS (
    SELECT p.id, p.category, p.popularity AS popularity_before, p.trend AS trend_before,
           coalesce(t.level, 0) AS level, coalesce(t.lately, 0) AS lately, coalesce(t.before, 0) AS before,
           greatest(1, $1::date - least((p.published_at AT TIME ZONE 'UTC')::date, t.first_day) + 1) AS days
    FROM product p LEFT JOIN told t ON t.product_id = p.id WHERE p.status = 'active'),
  exposed AS (
    SELECT *, ${HALF_LIFE_DAYS} / ln(2) * (1 - power(2, -days / ${HALF_LIFE_DAYS}.0)) AS had,
           least(${BEFORE_DAYS}, days - ${LATELY_DAYS}) AS days_before
    FROM aged),
  kind AS (SELECT category, sum(level) / sum(had) AS usual FROM exposed GROUP BY category),
  rated AS (
    SELECT e.*, (e.level + ${PRIOR_DAYS} * k.usual) / (e.had + ${PRIOR_DAYS}) AS rate FROM exposed e JOIN kind k USING (category)),
  wanted AS (
    SELECT id, popularity_before, trend_before, rate / nullif(sum(rate) OVER (), 0) AS popularity,
           CASE WHEN days_before < ${LATELY_DAYS} OR shop.growth = 0 THEN 1
             ELSE (lately + ${CALM}) / (before * ${LATELY_DAYS} / days_before * shop.growth + ${CALM}) END AS trend
    FROM rated CROSS JOIN shop)`
