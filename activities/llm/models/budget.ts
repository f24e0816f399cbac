/**
 * What a business's models may cost in a day of its time zone, counted over all workers. When the day's budget is spent
 * the offline answerer answers, and the draft says so. A turn under way is finished: the budget is a brake, not a wall.
 */
import { DateTime } from 'luxon';
import type { ModelConfig } from '../../../config';
import type { Business } from '../../../domain/business';
import type { Answerer, DraftContext, DraftStep, SummaryRequest, Usage } from '../answerer';

export interface Spent {
  tokens: number;
  cost: number;
}

/** The shared count, of a store. `day` is `YYYY-MM-DD`. */
export interface Spending {
  add(businessId: string, day: string, usage: Usage & { model: string }): void;
  spent(businessId: string, day: string): Promise<Spent>;
}

/** How old the shared count may be when it is asked. */
const FRESH_MS = 2000;

type Settings = Pick<ModelConfig, 'name' | 'prices' | 'budget'>;
type Now = () => number;

export function withBudget(
  answerer: Answerer,
  offline: Answerer,
  settings: Settings,
  spending: Spending,
  now: Now = Date.now,
): Answerer {
  const day = new Days(spending, settings.budget ?? {}, now);
  const counted = (business: Business, context: DraftContext): DraftContext => ({
    ...context,
    spend: (model, usage) => day.add(business, model, usage),
  });
  return {
    name: answerer.name,
    async draft(request, context): Promise<DraftStep> {
      if (await day.isSpent(request.business)) {
        const step = await offline.draft(request, context);
        return { ...step, by: { model: offline.name, insteadOf: answerer.name, because: 'the budget of the day' } };
      }
      return answerer.draft(request, counted(request.business, context));
    },
    async summarize(request: SummaryRequest, context: DraftContext) {
      if (!answerer.summarize || (await day.isSpent(request.business))) return '';
      return answerer.summarize(request, counted(request.business, context));
    },
  };
}

class Days {
  private readonly known = new Map<string, Spent & { at: number }>();

  constructor(
    private readonly spending: Spending,
    private readonly budget: NonNullable<ModelConfig['budget']>,
    private readonly now: Now,
  ) {}

  /** False where the count can not be had: a customer is not kept waiting for it. */
  async isSpent(business: Business): Promise<boolean> {
    const { tokens, cost } = this.budget;
    if (tokens === undefined && cost === undefined) return false;
    const spent = await this.read(business).catch(() => null);
    if (!spent) return false;
    return spent.tokens >= (tokens ?? Number.POSITIVE_INFINITY) || spent.cost >= (cost ?? Number.POSITIVE_INFINITY);
  }

  /** Written behind the draft. */
  add(business: Business, model: string, usage: Usage): void {
    const day = dayOf(business, this.now());
    const known = this.known.get(keyOf(business, day));
    if (known) {
      known.tokens += usage.inputTokens + usage.outputTokens;
      known.cost += usage.cost ?? 0;
    }
    this.spending.add(business.id, day, { model, ...usage });
  }

  private async read(business: Business): Promise<Spent> {
    const at = this.now();
    const day = dayOf(business, at);
    const key = keyOf(business, day);
    const known = this.known.get(key);
    if (known && at - known.at < FRESH_MS) return known;
    const spent = { ...(await this.spending.spent(business.id, day)), at };
    this.known.clear();
    this.known.set(key, spent);
    return spent;
  }
}

const keyOf = ({ id }: Business, day: string) => `${id} ${day}`;

function dayOf({ timezone }: Business, at: number): string {
  return DateTime.fromMillis(at, { zone: timezone }).toISODate() ?? new Date(at).toISOString().slice(0, 10);
}
