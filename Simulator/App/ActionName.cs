using System.Text;

namespace Simulator.App;

/// <summary>The names of actions in files: <see cref="UserAction.NextPhase"/> is <c>next-phase</c>.</summary>
internal static class ActionName
{
    public static string Of(UserAction action)
    {
        StringBuilder name = new();
        foreach (char letter in action.ToString())
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
