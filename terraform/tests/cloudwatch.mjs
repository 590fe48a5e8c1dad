// Judges alarms as CloudWatch does: points of a minute over all who wrote, an expression over them, then how many in a row.

/** A line of a node's log in the embedded metric format, with this metric in it. */
export function line(service, name, value, labels = {}) {
  return {
    _aws: { CloudWatchMetrics: [{ Namespace: 'LiapTui', Dimensions: [['service', ...Object.keys(labels)]], Metrics: [{ Name: name }] }] },
    service, ...labels, [name]: value,
  };
}

/** What AWS itself measures. */
export const measured = (namespace, name, dimensions, value) => ({
  _aws: { CloudWatchMetrics: [{ Namespace: namespace, Dimensions: [Object.keys(dimensions)], Metrics: [{ Name: name }] }] },
  ...dimensions, [name]: value,
});

/**
 * @param alarm as it was applied
 * @param minutes lists of lines, a list for each minute, the newest last
 * @returns {'ALARM'|'OK'}
 */
export function judge(alarm, minutes) {
  const breaches = minutes.slice(-alarm.evaluation_periods).map((lines) => breach(alarm, lines));
  const needed = alarm.datapoints_to_alarm ?? alarm.evaluation_periods;
  return breaches.filter(Boolean).length >= needed ? 'ALARM' : 'OK';
}

function breach(alarm, lines) {
  const value = alarm.metric_name ? point(alarm, alarm.metric_name, alarm.statistic, lines) : expression(alarm.metric_query, lines);
  if (value === undefined) {
    return alarm.treat_missing_data === 'breaching';
  }
  return alarm.comparison_operator === 'LessThanThreshold' ? value < alarm.threshold : value > alarm.threshold;
}

/** One metric of a minute: only what has exactly these dimensions. */
function point({ namespace, dimensions }, name, statistic, lines) {
  const same = (written) => written.length === Object.keys(dimensions).length && written.every((key) => key in dimensions);
  const values = lines.filter((one) => one._aws.CloudWatchMetrics.some(({ Namespace, Dimensions, Metrics }) =>
    Namespace === namespace && Metrics.some(({ Name }) => Name === name)
    && Dimensions.some((keys) => same(keys) && keys.every((key) => one[key] === dimensions[key])))).map((one) => one[name]);
  const sum = values.reduce((all, value) => all + value, 0);
  const of = { Sum: sum, Average: sum / values.length, Minimum: Math.min(...values), Maximum: Math.max(...values), SampleCount: values.length };
  if (!(statistic in of)) {
    throw new Error(`no lines are kept from which ${statistic} could be made`);
  }
  return values.length === 0 ? undefined : of[statistic];
}

function expression(queries, lines) {
  const points = Object.fromEntries(queries.filter(({ metric }) => metric?.length > 0)
    .map(({ id, metric: [{ metric_name: name, stat, ...metric }] }) => [id, point(metric, name, stat, lines)]));
  if (Object.values(points).every((value) => value === undefined)) {
    return undefined;
  }
  const text = queries.find((query) => query.expression).expression.replaceAll(' AND ', ' && ');
  const FILL = (value, instead) => value ?? instead;
  const IF = (condition, yes, no) => (condition ? yes : no);
  const value = new Function('FILL', 'IF', ...Object.keys(points), `return ${text};`)(FILL, IF, ...Object.values(points));
  return Number.isNaN(value) ? undefined : value;
}
