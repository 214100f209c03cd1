namespace Lessons;

/// <summary>A part of the course, under which lessons are listed.</summary>
/// <param name="Id">The name by which lesson files know it.</param>
/// <param name="Number">Its place in the course, from 1.</param>
/// <param name="Title">What it is called.</param>
public sealed record Chapter(string Id, int Number, LocalizedText Title);
