namespace Engine.Time.Search;

/// <summary>Where a search has stopped, and at what.</summary>
/// <param name="Moment">The moment at which the condition is met.</param>
/// <param name="Condition">Which of the search's conditions is met, from 0; of several at the same moment the first.</param>
/// <param name="Before">
/// The condition's number when it was looked at before; null where it has not been. Of two that are compared it is the left one, of a
/// prediction the number of the answer, from 0. A number that is not finite and has not been looked for by name has none.
/// </param>
/// <param name="Value">The condition's number now.</param>
public readonly record struct SearchHit(Moment Moment, int Condition, double? Before, double Value);
