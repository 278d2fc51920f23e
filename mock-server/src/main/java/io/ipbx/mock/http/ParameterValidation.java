package io.ipbx.mock.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.json.schema.JsonSchemaValidationException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.ValidatorException;
import io.vertx.openapi.validation.transformer.FormTransformer;
import io.vertx.openapi.validation.transformer.ParameterTransformer;
import io.vertx.openapi.validation.transformer.SimpleTransformer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validates what is asked without a body as the library does, which copies all schemas of the
 * contract for each value and goes to a worker and back: here at once, and a parameter's validator
 * is made when the parameter is first given.
 */
final class ParameterValidation implements Handler<RoutingContext> {

  private static final ParameterTransformer IN_QUERY = new FormTransformer();
  private static final ParameterTransformer ELSEWHERE = new SimpleTransformer();

  private final Operation operation;
  private final SchemaRepository schemas;
  private final Map<Parameter, Validator> validators = new ConcurrentHashMap<>();

  ParameterValidation(Operation operation, SchemaRepository schemas) {
    this.operation = operation;
    this.schemas = schemas;
  }

  @Override
  public void handle(RoutingContext ctx) {
    ctx.put(
        RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST,
        valid(new ExactRequest(ctx.request(), operation, null, null)));
    ctx.next();
  }

  /** That request, once each parameter has its final form. */
  ValidatedRequest valid(ExactRequest request) {
    for (Parameter parameter : operation.getParameters()) {
      request
          .in(parameter.getIn())
          .computeIfPresent(parameter.getName(), (name, given) -> valid(parameter, given));
    }
    return request;
  }

  private RequestParameter valid(Parameter parameter, RequestParameter given) {
    if (given.isNull()) {
      if (parameter.isRequired()) {
        throw ValidatorException.createMissingRequiredParameter(parameter);
      }
      return given;
    }
    ParameterTransformer form = parameter.getIn() == Location.QUERY ? IN_QUERY : ELSEWHERE;
    Object value = form.transform(parameter, String.valueOf(given.get()));
    OutputUnit result =
        validators
            .computeIfAbsent(parameter, each -> schemas.validator(each.getSchema()))
            .validate(value);
    try {
      result.checkValidity();
    } catch (JsonSchemaValidationException wrong) {
      throw SchemaValidationException.createErrorFromOutputUnitType(parameter, result, wrong);
    }
    return () -> value;
  }
}
