// The bindings leave the statements of WAF rules untyped, being too deep. These are the kinds that we use.
const attribute = (name, type, required = false) => ({ name, type, required, optional: !required, computed: false });
const one = (name, attributes, blocks = []) =>
  ({ name, nesting: 'LIST', min: 0, max: 1, block: { attributes, blocks } });

const geo = one('geo_match_statement', [attribute('country_codes', ['list', 'string'], true)]);
const managed = one('managed_rule_group_statement', [
  attribute('name', 'string', true), attribute('vendor_name', 'string', true), attribute('version', 'string')]);
const rate = one('rate_based_statement', [
  attribute('limit', 'number', true), attribute('aggregate_key_type', 'string'), attribute('evaluation_window_sec', 'number')]);
const not = one('not_statement', [], [{ ...one('statement', [], [geo]), min: 1 }]);

export const waf = { 'rule.statement': one('statement', [], [geo, managed, rate, not]) };
