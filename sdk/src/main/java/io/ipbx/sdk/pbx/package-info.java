/**
 * The groups of the IPBX API and their records. What holds for all of them:
 *
 * <ul>
 *   <li>A future completes on the Vert.x context of its caller, with the timeout of the options at
 *       the latest; only downloads go on for as long as bytes come. A call that was made is not
 *       taken back; closing the client fails those that wait. A {@link io.ipbx.sdk.pbx.PagedStream}
 *       and the bytes of a {@link io.ipbx.sdk.pbx.Download} have a close of their own, which stops
 *       what they fetch.
 *   <li>It fails with an {@link io.ipbx.sdk.IpbxException}: among others {@link
 *       io.ipbx.sdk.InvalidRequestException} for a value that the server refuses, {@link
 *       io.ipbx.sdk.NotFoundException} for what is not there, {@link
 *       io.ipbx.sdk.PermissionDeniedException} for an access that may not, and {@link
 *       io.ipbx.sdk.UnexpectedReplyException} for an answer that is no such record. What cannot be
 *       sent at all is an {@link IllegalArgumentException} of the method.
 *   <li>Null is given for what the API leaves out or sends as null; a list is empty then, and a
 *       number or flag that the API promises is 0 or false. What a query or a body does not set is
 *       not sent.
 *   <li>Lengths of time are seconds. Moments have the offset that the server gives them; where it
 *       gives none they are in the zone that the query asks for, else in Europe/Prague.
 *   <li>Each method names its operation, and each record the fields of the API whose names it
 *       changes. What is new in the API does no harm: fields are passed over, and values of a kind,
 *       such as a {@link io.ipbx.sdk.pbx.CallWay}, are kept as they came.
 * </ul>
 */
@NullMarked
package io.ipbx.sdk.pbx;

import org.jspecify.annotations.NullMarked;
