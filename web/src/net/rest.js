/**
 * Reads one resource of the REST API.
 *
 * @param {string} path
 * @returns {Promise<{ok: boolean, status: number, body: any, ms: number}>} never rejects: what failed is in `body.detail`
 */
export async function read(path) {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    const text = await answer.text();
    return { ok: answer.ok, status: answer.status, body: parsed(text), ms: took() };
  } catch (failure) {
    return { ok: false, status: 0, body: { detail: `No answer: ${failure.message}` }, ms: took() };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
