import { createLinearRanker, type Ranker } from './ranker'

/**
 * What ranks until a model has been learned from this shop's own impressions: weights by judgement, in log-odds per
 * full unit of a feature. The visit counts more than the past, evidence of use more than of likeness.
 */
export const createDefaultRanker = (): Ranker =>
  createLinearRanker(
    'by-judgement-1',
    {
      'source.together.score': 0.9,
      'source.neighbours.score': 1.1,
      'source.factors.score': 0.9,
      'source.session.score': 1.2,
      'source.wished.score': 1.2,
      'source.content.score': 0.5,
      'source.affinity.score': 0.4,
      'source.popular.rank': 0.5,
      'source.trending.rank': 0.35,
      'source.season.rank': 0.35,
      'source.new.rank': 0.35,
      'source.editorial.rank': 0.25,
      'taste.category': 0.5,
      'taste.brand': 0.6,
      'taste.colour': 0.35,
      'taste.material': 0.4,
      'taste.style': 0.3,
      'taste.price': 0.3,
      'visit.category': 0.9,
      'visit.brand': 0.8,
      'visit.colour': 0.6,
      'visit.material': 0.6,
      'visit.style': 0.5,
      'visit.price': 0.4,
      'stock.share_of_sizes': 0.4,
      'fit.probability': 0.3,
      'ship.days': 0.4,
      'price.discount': 0.3,
      // Enough to choose between pieces that are liked alike, too little to sell what is not.
      'price.margin': 0.2,
      'promotion.live': 0.3,
      'item.popularity': 0.6,
      'item.trend': 0.25,
      // A coat in July is not wrong, only early.
      'item.in_season': 0.4,
      'item.age': 0.3,
      'item.seen_without_click': -1.2,
    },
    -3,
  )
