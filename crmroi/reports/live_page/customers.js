// Two companies side by side, the same one without the CRM and with it, and what each lever adds.
import { LEVERS } from "./declared.js";

/** What makes a company's sales, in the order of `LEVERS`: share of leads won, value of an order,
 *  repeat orders a month, share of customers lost a month. */

/**
 * The company as it is, which stays so without the CRM.
 * @param {Object<string, number>} v every assumption by its field name
 * @returns {number[]} the four drivers
 */
function today(v) {
  return [v.conversion_rate, v.average_order_value, v.orders_per_customer_per_year / 12, 1 - v.retention_rate ** (1 / 12)];
}

/**
 * The drivers by month, each moved by its lever; those without the CRM are constant.
 * @param {Object<string, number>} v
 * @param {{shapes: Object<string, Float64Array>}} series
 * @returns {{before: Float64Array[], after: Float64Array[]}} four of each, months 0 … H
 */
function drivers(v, { shapes }) {
  const { medium, long } = shapes;
  const now = today(v);
  const changes = [v.conversion_uplift, v.order_value_uplift, v.repeat_order_uplift, -v.churn_reduction];
  const shares = [medium, medium, long, long];
  const caps = [1, Infinity, Infinity, 1];
  const before = now.map((driver) => new Float64Array(medium.length).fill(driver));
  const after = now.map((driver, k) => shares[k].map((share) => Math.min(share * (driver * changes[k]) + driver, caps[k])));
  return { before, after };
}

/**
 * Customers at the end of each month and the revenue of the month, months 0 … H.
 * @param {Object<string, number>} v
 * @param {Float64Array[]} four drivers by month
 * @param {Float64Array} selling the rise of selling prices
 * @returns {{customers: Float64Array, revenue: Float64Array}}
 */
function company(v, [conversion, orderValue, frequency, churn], selling) {
  const customers = new Float64Array(selling.length);
  const revenue = new Float64Array(selling.length);
  customers[0] = v.customers;
  for (let t = 1; t < selling.length; t += 1) {
    const kept = customers[t - 1] * (1 - churn[t]);
    const arriving = conversion[t] * v.leads_per_month;
    customers[t] = kept + arriving;
    revenue[t] = (kept * frequency[t] + arriving) * (orderValue[t] * selling[t]);
  }
  return { customers, revenue };
}

/**
 * The two companies, the revenue that the CRM adds, and each lever's Shapley share of it.
 *
 * A lever's contribution to a coalition of s others counts s! (3 − s)! / 4!. A coalition is a number
 * whose bit k says that lever k is pulled.
 * @param {Object<string, number>} v
 * @param {{shapes: Object<string, Float64Array>, escalators: Object<string, Float64Array>}} series
 * @returns {{without: object, with: object, shares: Object<string, Float64Array>}}
 */
export function sales(v, series) {
  const { before, after } = drivers(v, series);
  const pulled = (coalition) => before.map((driver, k) => (coalition & (1 << k) ? after[k] : driver));
  const companies = Array.from({ length: 16 }, (_none, coalition) => company(v, pulled(coalition), series.escalators.selling));
  const weights = [6, 2, 2, 6].map((orders) => orders / 24);
  const shares = {};
  for (const [k, lever] of LEVERS.entries()) {
    const share = (shares[lever] = new Float64Array(series.escalators.selling.length));
    for (let coalition = 0; coalition < 16; coalition += 1) {
      if (coalition & (1 << k)) continue;
      const weight = weights[bits(coalition)];
      const [low, high] = [companies[coalition].revenue, companies[coalition | (1 << k)].revenue];
      for (let t = 1; t < share.length; t += 1) share[t] += weight * (high[t] - low[t]);
    }
  }
  return { without: companies[0], with: companies[15], shares };
}

const bits = (number) => (number & 1) + ((number >> 1) & 1) + ((number >> 2) & 1) + ((number >> 3) & 1);
