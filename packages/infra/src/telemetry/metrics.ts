import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  counter<L extends string>(name: string, help: string, labels?: readonly L[]): Counter<L>
  /** `collect` is called at every scrape. */
  gauge<L extends string>(
    name: string,
    help: string,
    labels?: readonly L[],
    collect?: (gauge: Gauge<L>) => unknown,
  ): Gauge<L>
  histogram<L extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly L[],
  ): Histogram<L>
  readonly contentType: string
  /** The exposition text of everything, for `GET /metrics`. */
  text(): Promise<string>
}

/** A registry of the process's own figures beside Node's default ones. Names are `selvedge_…`, the unit last. */
export const createMetrics = ({ app }: { app: string }): Metrics => {
  const registry = new Registry()
  registry.setDefaultLabels({ app })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge: (name, help, labels = [], collect) =>
      new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers,
        ...(collect === undefined
          ? {}
          : {
              async collect() {
                await collect(this)
              },
            }),
      }),
    histogram: (name, help, buckets, labels = []) =>
      new Histogram({ name, help, buckets: [...buckets], labelNames: [...labels], registers }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
