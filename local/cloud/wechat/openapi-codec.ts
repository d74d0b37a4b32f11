import * as protobuf from 'protobufjs'

/** The messages of wx-server-sdk's `wx.openApi`; field numbers read from its source. */
const { root } = protobuf.parse(`
  syntax = "proto2";
  message KeyValuePair {
    optional string key = 1;
    optional bytes value = 2;
    optional string contenttype = 3;
    optional string filename = 4;
  }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData {
    optional int32 api_type = 1;
    optional OpenApiData openapi_data = 2;
    optional string appid = 6;
  }
  message CommOpenApiResp {
    optional bytes resp_data = 1;
    optional string content_type = 2;
    optional int32 error_code = 3;
    optional uint32 http_code = 4;
  }
`)

const Request = root.lookupType('CommApiData')
const Response = root.lookupType('CommOpenApiResp')

/** The parameters of an open API call: each value is JSON, camel case as the developer wrote it. */
export function decodeOpenApiRequest(bytes: Uint8Array): Record<string, unknown> {
  const message = Request.decode(bytes) as unknown as {
    openapiData?: { pairs?: { key: string; value: Uint8Array }[] }
  }
  return Object.fromEntries(
    (message.openapiData?.pairs ?? []).map(({ key, value }) => [
      key,
      JSON.parse(Buffer.from(value).toString('utf8')) as unknown,
    ]),
  )
}

export function encodeOpenApiResponse(result: object): Buffer {
  const message = Response.create({
    respData: Buffer.from(JSON.stringify(result)),
    contentType: 'application/json',
    errorCode: 0,
    httpCode: 200,
  })
  return Buffer.from(Response.encode(message).finish())
}
