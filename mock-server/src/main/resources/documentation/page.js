const token = document.getElementById('token');
const contract = document.getElementById('contract');

function bearer() {
  const pasted = token.value.trim();
  return /^bearer /i.test(pasted) ? pasted : `Bearer ${pasted}`;
}

function toTheMock(request) {
  if (request.loadSpec) {
    return request;
  }
  const asked = new URL(request.url, location.origin);
  request.url = location.origin + asked.pathname + asked.search;
  if (token.value.trim()) {
    request.headers.Authorization = bearer();
  }
  return request;
}

function show() {
  SwaggerUIBundle({
    domNode: document.getElementById('api'),
    url: `/documentation/contract/${contract.value}.yaml`,
    requestInterceptor: toTheMock,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    deepLinking: false,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  });
}

contract.addEventListener('change', show);
show();
