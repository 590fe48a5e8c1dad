// Answers as the load balancer does with the rules that were planned: lowest number first, all conditions, any value.
export function balancer(rules, groups, defaultAction) {
  const keyOf = new Map(groups.map(({ index, values }) => [values.arn, index]));
  const ordered = rules.map(({ index, values }) => ({ name: index, ...values })).sort((a, b) => a.priority - b.priority);
  return ({ method, path, headers }) => {
    const rule = ordered.find(({ condition }) => condition.every((one) => holds(one, { method, path, headers })));
    const action = (rule?.action ?? defaultAction)[0];
    return { rule: rule?.name ?? null, to: targetOf(action, keyOf) };
  };
}

function targetOf(action, keyOf) {
  if (action.type === 'fixed-response') {
    return action.fixed_response[0].status_code;
  }
  const weighted = action.forward?.[0]?.target_group?.filter(({ weight }) => weight > 0) ?? [];
  return keyOf.get(weighted.length > 0 ? weighted[0].arn : action.target_group_arn);
}

function holds(condition, { method, path, headers }) {
  const [kind, body] = Object.entries(condition).find(([, value]) => Array.isArray(value) && value.length > 0);
  const { values, http_header_name: header } = body[0];
  switch (kind) {
    case 'path_pattern':
      return values.some((pattern) => fits(pattern, path, ''));
    case 'http_header':
      return Object.entries(headers).some(([name, value]) =>
        name.toLowerCase() === header.toLowerCase() && values.some((pattern) => fits(pattern, value, 'i')));
    case 'http_request_method':
      return values.includes(method);
    case 'host_header':
      return values.some((pattern) => fits(pattern, (headers.Host ?? '').replace(/:\d+$/, ''), 'i'));
    default:
      throw new Error(`a condition of the kind ${kind} is not known here`);
  }
}

function fits(pattern, text, flags) {
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^${expression}$`, `s${flags}`).test(text);
}

/** What the balancer's API refuses in a rule, in words that say what to do instead; empty if nothing. */
export function refusals(conditions) {
  const found = [];
  const kinds = conditions.map((condition) => Object.keys(condition)[0]);
  for (const kind of ['path_pattern', 'host_header', 'http_request_method']) {
    if (kinds.filter((one) => one === kind).length > 1) {
      found.push(`two ${kind} conditions: a rule takes one; give it several values`);
    }
  }
  if (conditions.some((condition) => Object.values(condition)[0].values.includes(''))) {
    found.push('an empty value: no rule can ask for a header that is missing; catch those that have it with a lower number');
  }
  if (!kinds.includes('path_pattern')) {
    found.push('no path: a rule for the header alone opens sockets on every address');
  }
  return found;
}
