// Runs at CloudFront before the cache. A path without a dot in its last part is a page of the client, and all of them are
// index.html. A file that is missing stays missing: answered with the page, it would be kept as the file.
function handler(event) {
  var request = event.request;
  var last = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') < 0) {
    request.uri = '/index.html';
  }
  return request;
}
