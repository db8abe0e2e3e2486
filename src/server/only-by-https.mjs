import { subscribe } from 'node:diagnostics_channel'
import { ServerResponse } from 'node:http'

// Loaded into the authoring plane where its public address is https: a browser that was here once never
// asks by http again. Next writes the headers of its configuration into the build, which does not
// know the address. Other hosts of the domain are not ours to speak for.
subscribe('http.server.request.start', (message) => {
  const { response } = /** @type {{ response: unknown }} */ (message)
  if (response instanceof ServerResponse) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000')
  }
})
