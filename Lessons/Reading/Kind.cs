namespace Lessons.Reading;

/// <summary>Which kind of thing is wanted and with what: <c>sigmoid</c>, or <c>{sgd: {learning-rate: 0.5}}</c>.</summary>
/// <param name="Name">The name of the kind, <c>sgd</c>.</param>
/// <param name="Arguments">Reads its named arguments; <see langword="null"/> when none are written.</param>
/// <param name="Node">Where the name is written, for problems found later.</param>
public sealed record Kind(string Name, MappingReader? Arguments, ScalarNode Node);
