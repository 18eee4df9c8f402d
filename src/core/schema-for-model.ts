import * as z from "zod";

/** A reply's schema as a model is given it: its shape alone, as how long a text may be is for code to check. */
export function schemaForModel(reply: z.ZodType): object {
  const schema = z.toJSONSchema(reply, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.minLength;
      delete jsonSchema.maxLength;
      delete jsonSchema.maxItems;
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  delete schema.$schema;
  return schema;
}
